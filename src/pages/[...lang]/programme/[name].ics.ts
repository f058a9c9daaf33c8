import { calendarResponse } from '../../../feeds/index.ts';
import { calendarsInEachLanguage } from '../../../routes.ts';

export const getStaticPaths = () => calendarsInEachLanguage('/programme/');
export const GET = calendarResponse;
