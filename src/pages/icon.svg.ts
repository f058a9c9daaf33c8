import { loadEdition } from '../build-context.ts';
import { iconFile } from '../artwork/page-weaves.ts';

export const GET = () => new Response(iconFile(loadEdition()), { headers: { 'Content-Type': 'image/svg+xml' } });
