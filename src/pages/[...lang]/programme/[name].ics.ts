import { calendarResponse } from '../../../routes.ts';
import { calendarsInEachLanguage } from '../../../routes.ts';

export const getStaticPaths = () => calendarsInEachLanguage('/programme/');
export const GET = calendarResponse;
