/** Something that is wrong with a script, for whoever writes it. */
export interface ScriptFinding {
  /** Where in the script: `steps.order.answers.same`. */
  readonly place: string;
  readonly reason: string;
}
