import { calendarResponse } from '../../../routes.ts';
import { calendarsInEachLanguage } from '../../../routes.ts';

export const getStaticPaths = () => calendarsInEachLanguage('/calendar/');
export const GET = calendarResponse;
