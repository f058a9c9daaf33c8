import { loadEdition } from '../edition.ts';
import { iconFile } from '../weave/page.ts';

export const GET = () => new Response(iconFile(loadEdition()), { headers: { 'Content-Type': 'image/svg+xml' } });
