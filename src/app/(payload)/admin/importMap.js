import { TenantField as TenantField_1d0591e3cf4f332c83a86da13a0de59a } from '@payloadcms/plugin-multi-tenant/client'
import { BlockLabel as BlockLabel_26368df618f64bd83476602d36dc34f2 } from '@/admin/BlockLabel'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PageAddress as PageAddress_b75049a5b5644b05454df941a06575a3 } from '@/admin/PageAddress'
import { ReviewPanel as ReviewPanel_6c5df62312d5c9a8426446d2cda1457b } from '@/admin/ReviewPanel'
import { UsedBy as UsedBy_9ffd4c86b0a1ee9792f22bce2a324cd3 } from '@/admin/UsedBy'
import { TransferPanel as TransferPanel_ba50a97120bcfb11f0fb7a8a3ae4b2aa } from '@/admin/TransferPanel'
import { CopyPages as CopyPages_eaada05c85ace542fe611facdce99364 } from '@/admin/CopyPages'
import { CopyPage as CopyPage_235d06c8f7952980eab0617c501981ab } from '@/admin/CopyPage'
import { AssignTenantFieldTrigger as AssignTenantFieldTrigger_1d0591e3cf4f332c83a86da13a0de59a } from '@payloadcms/plugin-multi-tenant/client'
import { SendAgain as SendAgain_26e1747b444f501935cdec40189e997b } from '@/admin/leads/SendAgain'
import { SchemaField as SchemaField_ee87fd2b1f065fb56ab59001ddc58eb5 } from '@/admin/SchemaField'
import { RoleSpaceField as RoleSpaceField_a02df8293381ed64b23ebd020219cb41 } from '@/admin/RoleSpaceField'
import { RoleCell as RoleCell_71c33c994402ed28d3b0ed77dbf0c21a } from '@/admin/RoleCell'
import { InviteForm as InviteForm_2a65d15044a4572d0c0fa12d735e86ca } from '@/admin/InviteForm'
import { WatchTenantCollection as WatchTenantCollection_1d0591e3cf4f332c83a86da13a0de59a } from '@payloadcms/plugin-multi-tenant/client'
import { LeadAnswers as LeadAnswers_c18cec6935cabbd0e5e0b1b4d867afe4 } from '@/admin/LeadAnswers'
import { NoteText as NoteText_31e8d7f5848ef72c191c0c0d5aa5fced } from '@/admin/leads/NoteText'
import { NoteLabel as NoteLabel_f81b94d10eee139324c59857ccf3e7f7 } from '@/admin/leads/NoteLabel'
import { LeadDeliveries as LeadDeliveries_6bf78627cd786bb7b445042993c9d5ab } from '@/admin/leads/LeadDeliveries'
import { LeadsHeader as LeadsHeader_2a7857129efc1d771a8aa444de15c6cf } from '@/admin/leads/LeadsHeader'
import { JobDocument as JobDocument_6e960fdd29d5bd41d732e7a539d74507 } from '@/admin/jobs/JobDocument'
import { Avatar as Avatar_3c004111db04fde678a07bf28d577773 } from '@/admin/Avatar'
import { SuspendedNotice as SuspendedNotice_f86f9abfb37db16ed4a576bdaf7ab410 } from '@/admin/SuspendedNotice'
import { Icon as Icon_40e1e762141bc86e9d557d32dfdbab66 } from '@/admin/brand/Icon'
import { Logo as Logo_63b9636160eb5368603ae8c735841b4e } from '@/admin/brand/Logo'
import { NotificationBell as NotificationBell_c9372ec41e76e69a1c7b738fe83dba41 } from '@/admin/NotificationBell'
import { GlobalViewRedirect as GlobalViewRedirect_d6d5f193a167989e2ee7d14202901e62 } from '@payloadcms/plugin-multi-tenant/rsc'
import { SignInGreeting as SignInGreeting_ba55533ca1f0e8fde9c62cf7a0ec023e } from '@/admin/brand/SignInGreeting'
import { NavBrand as NavBrand_0361d294784814f22975c0727d611bf4 } from '@/admin/brand/NavBrand'
import { TenantSelector as TenantSelector_d6d5f193a167989e2ee7d14202901e62 } from '@payloadcms/plugin-multi-tenant/rsc'
import { ScheduleAnswers as ScheduleAnswers_703774ff0aa93c598858f6cc0b96403a } from '@/admin/jobs/ScheduleAnswers'
import { TenantSelectionProvider as TenantSelectionProvider_d6d5f193a167989e2ee7d14202901e62 } from '@payloadcms/plugin-multi-tenant/rsc'
import { Dashboard as Dashboard_0d6625b7f13ee764fd23a0cf2428adda } from '@/admin/dashboard/Dashboard'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/plugin-multi-tenant/client#TenantField": TenantField_1d0591e3cf4f332c83a86da13a0de59a,
  "@/admin/BlockLabel#BlockLabel": BlockLabel_26368df618f64bd83476602d36dc34f2,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@/admin/PageAddress#PageAddress": PageAddress_b75049a5b5644b05454df941a06575a3,
  "@/admin/ReviewPanel#ReviewPanel": ReviewPanel_6c5df62312d5c9a8426446d2cda1457b,
  "@/admin/UsedBy#UsedBy": UsedBy_9ffd4c86b0a1ee9792f22bce2a324cd3,
  "@/admin/TransferPanel#TransferPanel": TransferPanel_ba50a97120bcfb11f0fb7a8a3ae4b2aa,
  "@/admin/CopyPages#CopyPages": CopyPages_eaada05c85ace542fe611facdce99364,
  "@/admin/CopyPage#CopyPage": CopyPage_235d06c8f7952980eab0617c501981ab,
  "@payloadcms/plugin-multi-tenant/client#AssignTenantFieldTrigger": AssignTenantFieldTrigger_1d0591e3cf4f332c83a86da13a0de59a,
  "@/admin/leads/SendAgain#SendAgain": SendAgain_26e1747b444f501935cdec40189e997b,
  "@/admin/SchemaField#SchemaField": SchemaField_ee87fd2b1f065fb56ab59001ddc58eb5,
  "@/admin/RoleSpaceField#RoleSpaceField": RoleSpaceField_a02df8293381ed64b23ebd020219cb41,
  "@/admin/RoleCell#RoleCell": RoleCell_71c33c994402ed28d3b0ed77dbf0c21a,
  "@/admin/InviteForm#InviteForm": InviteForm_2a65d15044a4572d0c0fa12d735e86ca,
  "@payloadcms/plugin-multi-tenant/client#WatchTenantCollection": WatchTenantCollection_1d0591e3cf4f332c83a86da13a0de59a,
  "@/admin/LeadAnswers#LeadAnswers": LeadAnswers_c18cec6935cabbd0e5e0b1b4d867afe4,
  "@/admin/leads/NoteText#NoteText": NoteText_31e8d7f5848ef72c191c0c0d5aa5fced,
  "@/admin/leads/NoteLabel#NoteLabel": NoteLabel_f81b94d10eee139324c59857ccf3e7f7,
  "@/admin/leads/LeadDeliveries#LeadDeliveries": LeadDeliveries_6bf78627cd786bb7b445042993c9d5ab,
  "@/admin/leads/LeadsHeader#LeadsHeader": LeadsHeader_2a7857129efc1d771a8aa444de15c6cf,
  "@/admin/jobs/JobDocument#JobDocument": JobDocument_6e960fdd29d5bd41d732e7a539d74507,
  "@/admin/Avatar#Avatar": Avatar_3c004111db04fde678a07bf28d577773,
  "@/admin/SuspendedNotice#SuspendedNotice": SuspendedNotice_f86f9abfb37db16ed4a576bdaf7ab410,
  "@/admin/brand/Icon#Icon": Icon_40e1e762141bc86e9d557d32dfdbab66,
  "@/admin/brand/Logo#Logo": Logo_63b9636160eb5368603ae8c735841b4e,
  "@/admin/NotificationBell#NotificationBell": NotificationBell_c9372ec41e76e69a1c7b738fe83dba41,
  "@payloadcms/plugin-multi-tenant/rsc#GlobalViewRedirect": GlobalViewRedirect_d6d5f193a167989e2ee7d14202901e62,
  "@/admin/brand/SignInGreeting#SignInGreeting": SignInGreeting_ba55533ca1f0e8fde9c62cf7a0ec023e,
  "@/admin/brand/NavBrand#NavBrand": NavBrand_0361d294784814f22975c0727d611bf4,
  "@payloadcms/plugin-multi-tenant/rsc#TenantSelector": TenantSelector_d6d5f193a167989e2ee7d14202901e62,
  "@/admin/jobs/ScheduleAnswers#ScheduleAnswers": ScheduleAnswers_703774ff0aa93c598858f6cc0b96403a,
  "@payloadcms/plugin-multi-tenant/rsc#TenantSelectionProvider": TenantSelectionProvider_d6d5f193a167989e2ee7d14202901e62,
  "@/admin/dashboard/Dashboard#Dashboard": Dashboard_0d6625b7f13ee764fd23a0cf2428adda,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
