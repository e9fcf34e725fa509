/** A failure that another try would not mend. The message is for the people who see the job. */
export class PermanentFailure extends Error {}
