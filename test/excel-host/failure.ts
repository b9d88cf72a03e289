// Errors as Excel answers them to an add-in.

/** One failed action: code and sentence reach the add-in as `error.code` and `error.message`. */
export class ExcelFailure extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const invalidArgument = (why: string): ExcelFailure =>
  new ExcelFailure(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format. ${why}`,
  );
export const itemNotFound = (what: string): ExcelFailure =>
  new ExcelFailure("ItemNotFound", `The requested resource doesn't exist. ${what}`, 404);
export const accessDenied = (why: string): ExcelFailure =>
  new ExcelFailure("AccessDenied", `You cannot perform the requested operation. ${why}`, 401);
export const invalidOperation = (why: string): ExcelFailure =>
  new ExcelFailure("InvalidOperation", `The operation attempted is invalid on the object. ${why}`);
export const apiNotFound = (member: string, why: string): ExcelFailure =>
  new ExcelFailure("ApiNotFound", `${member}: ${why}`);
