/** How large a package may be; checked from its directory, before memory is spent. */

export interface PackageLimits {
  /** Entries of the archive. */
  readonly entries: number;
  /** Bytes of the archive itself. */
  readonly packedBytes: number;
  /** Bytes of one unpacked part. */
  readonly partBytes: number;
  /** Bytes of all unpacked parts together. */
  readonly unpackedBytes: number;
  /** Unpacked over packed bytes of one part; DEFLATE cannot give more than 1032. */
  readonly ratio: number;
  /** Parts smaller than this are not judged by ratio: a blank sheet of repeated elements packs very well. */
  readonly ratioFrom: number;
}

export const LIMITS: PackageLimits = {
  entries: 20_000,
  packedBytes: 300_000_000,
  partBytes: 2_000_000_000,
  unpackedBytes: 3_000_000_000,
  ratio: 300,
  ratioFrom: 20_000_000,
};
