import type { Db, Document } from 'mongodb';
import { visitorDays } from './visitor-days.ts';

/**
 * Takes days before `fromDay` out of the visitors' documents, and what was withdrawn altogether; a document that is left with
 * nothing goes. Nothing that old can change any more: its batches are gone.
 *
 * @returns how many documents changed or went
 */
export async function forgetDays(db: Db, site: string, fromDay: number): Promise<number> {
  const day = { $toInt: { $arrayElemAt: [{ $split: ['$$sum.k', '|'] }, -1] } };
  const stays = { $and: [{ $gte: [day, fromDay] }, { $ne: ['$$sum.v', 0] }] };
  const kept: Document = {
    $arrayToObject: { $filter: { input: { $objectToArray: '$sums' }, as: 'sum', cond: stays } },
  };
  const { modifiedCount } = await visitorDays
    .in(db)
    .updateMany({ site }, [{ $set: { sums: kept } }]);
  await visitorDays.in(db).deleteMany({ site, sums: {} });
  return modifiedCount;
}
