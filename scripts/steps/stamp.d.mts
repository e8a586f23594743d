/** Hash of the names and contents of files and folders of the project, given from its root; `except` are left out. */
export function hashInputs(paths: readonly string[], except?: readonly string[]): Promise<string>;
