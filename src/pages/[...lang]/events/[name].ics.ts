import { calendarResponse } from '../../../routes.ts';
import { calendarsInEachLanguage } from '../../../routes.ts';

export const getStaticPaths = () => calendarsInEachLanguage('/events/');
export const GET = calendarResponse;
