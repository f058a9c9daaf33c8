import { calendarResponse } from '../../feeds/index.ts';
import { calendarsInEachLanguage } from '../../routes.ts';

export const getStaticPaths = () => calendarsInEachLanguage('/');
export const GET = calendarResponse;
