// `dash_clientside.Patch`: writes down edits of a prop, for a clientside callback to return.
import type { Operation, Patch } from '../patch';

type Location = Operation['location'];

/** Each method adds one edit and returns the builder. */
export class PatchBuilder {
  private readonly operations: Operation[] = [];

  readonly assign = this.withValue('Assign');
  readonly merge = this.withValue('Merge');
  readonly extend = this.withValue('Extend');
  readonly append = this.withValue('Append');
  readonly prepend = this.withValue('Prepend');
  readonly remove = this.withValue('Remove');
  readonly add = this.withValue('Add');
  readonly sub = this.withValue('Sub');
  readonly mul = this.withValue('Mul');
  readonly div = this.withValue('Div');
  readonly delete = this.withoutValue('Delete');
  readonly clear = this.withoutValue('Clear');
  readonly reverse = this.withoutValue('Reverse');

  insert(location: Location, index: number, value: unknown): this {
    return this.push('Insert', location, { index, value });
  }

  build(): Patch & { readonly __dash_patch_update: string } {
    return { __dash_patch_update: '__dash_patch_update', operations: [...this.operations] };
  }

  private withValue(operation: string): (location: Location, value: unknown) => this {
    return (location, value) => this.push(operation, location, { value });
  }

  private withoutValue(operation: string): (location: Location) => this {
    return (location) => this.push(operation, location, {});
  }

  private push(operation: string, location: Location, params: Operation['params']): this {
    this.operations.push({ operation, location, params });
    return this;
  }
}
