/** Limits that the tracker, the collector and the API all obey. Longer texts are cut, never a reason to refuse. */
export const limits = {
  batchBytes: 16_384,
  /** A batch as plain JSON takes more room; packed, it obeys `batchBytes` too. */
  jsonBatchBytes: 131_072,
  movesPerBatch: 6_000,
  eventsPerBatch: 1_000,
  elementsPerBatch: 300,
  elementsPerView: 5_000,
  seq: 10_000_000,
  urlChars: 500,
  tagChars: 100,
  idChars: 200,
  classChars: 200,
  roleChars: 50,
  pathChars: 300,
  nameChars: 100,
  userChars: 200,
  errorChars: 500,
  customNameChars: 100,
  formChars: 100,
  fieldTypeChars: 30,
  /** Of one form; what comes after is not told. */
  fieldsPerForm: 100,
  formsPerView: 30,
  propertiesChars: 1_000,
  /** A page's wireframe: it has the largest boxes that fit. */
  boxesChars: 4_096,
  siteChars: 64,
} as const;
