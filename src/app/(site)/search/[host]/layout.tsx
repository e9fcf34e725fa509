export { default, viewport } from '../../site/[host]/layout'
