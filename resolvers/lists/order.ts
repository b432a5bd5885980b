import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection, type Order } from '../../src/store/queries/order.js';
import { ConnectionArguments } from '../relay/connection-arguments.js';

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'From which end a list is read.',
  valuesConfig: {
    ASC: { description: 'The least, the earliest, or the first of the alphabet first.' },
    DESC: { description: 'The most, the latest, or the last of the alphabet first.' },
  },
});

/**
 * Makes the input by which a client orders a list.
 * @param many the noun's plural, for the descriptions
 * @param fields what can be ordered by, with a description of each
 */
export function orderInput<OrderField extends string>(
  noun: string,
  many: string,
  fields: Readonly<Record<string, OrderField>>,
  descriptions: { readonly [F in OrderField]: string },
): new () => Order<OrderField> {
  const values = Object.entries<string>(descriptions).map(([name, description]) => [name, { description }]);
  registerEnumType(fields, {
    name: `${noun}OrderField`,
    description: `By what ${many} can be ordered.`,
    valuesConfig: Object.fromEntries(values) as never,
  });

  @InputType(`${noun}Order`, {
    description: `An order of ${many}. Those that are equal in it are ordered by their ids.`,
  })
  class NounOrder implements Order<OrderField> {
    @Field(() => fields, { description: 'By what.' })
    field!: OrderField;

    @Field(() => OrderDirection, { description: 'From which end.' })
    direction!: OrderDirection;
  }
  return NounOrder;
}

/** What a client says of a list. */
export interface ListArguments<Input, OrderField extends string> extends ConnectionArguments {
  filter?: Input | null;
  orderBy?: Order<OrderField> | null;
}

/** Makes the arguments that every list of a noun takes. */
export function listArguments<Input extends object, OrderField extends string>(
  many: string,
  filterInput: new () => Input,
  order: new () => Order<OrderField>,
): new () => ListArguments<Input, OrderField> {
  @ArgsType()
  class NounListArguments extends ConnectionArguments implements ListArguments<Input, OrderField> {
    @Field(() => filterInput, { nullable: true, description: `Which ${many}. Without it: all.` })
    filter?: Input | null;

    @Field(() => order, {
      nullable: true,
      description: 'In which order. Without it: as the description of the list says.',
    })
    orderBy?: Order<OrderField> | null;
  }
  return NounListArguments;
}
