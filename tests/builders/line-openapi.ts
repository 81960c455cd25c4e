/**
 * A second, independent judge of messages and webhook events: LINE's own OpenAPI, made strict.
 * As published it says almost nothing about what stands inside a message, because its bases name their children
 * only in `discriminator.mapping`. Here every base becomes a choice by `type`, and children close their
 * properties.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formatsModule from 'ajv-formats';
import { parse } from 'yaml';
import { addCounting, addMissingLimits } from './line-openapi-limits.ts';

type Schema = Record<string, unknown>;
type Judge = (value: unknown) => string[];

const folder = process.env.REFERENCE_DATA_DIR ?? fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Errors of a message a bot sends; `undefined` where the OpenAPI is not at hand. */
export function loadOpenApiJudge(): Judge | undefined {
  return loadJudge('messaging-api.yml', 'Message', true);
}

/** Errors of a rich menu object. */
export function loadRichMenuJudge(): Judge | undefined {
  return loadJudge('messaging-api.yml', 'RichMenuRequest', true);
}

/** Errors of the body of another call or answer, by the name of its schema. */
export function loadSchemaJudge(schemaName: string): Judge | undefined {
  return loadJudge('messaging-api.yml', schemaName, true);
}

/** Errors of a webhook's body. New properties come without notice, so unknown ones pass here. */
export function loadWebhookJudge(): Judge | undefined {
  return loadJudge('webhook.yml', 'CallbackRequest', false);
}

function loadJudge(file: string, schemaName: string, closed: boolean): Judge | undefined {
  const path = `${folder}/line-openapi/${file}`;
  if (!existsSync(path)) return undefined;
  const document: { components: { schemas: Record<string, Schema> } } = parse(readFileSync(path, 'utf8'));
  addMissingLimits(document.components.schemas);
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).flatMap(([name, schema]) => strict(name, schema, closed)),
  );
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  formatsModule.default(ajv);
  addCounting(ajv);
  const validate = ajv.compile({ $ref: `#/components/schemas/${schemaName}`, components: { schemas } });
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The schemas that stand for one of the document: two for a base with children, one otherwise. */
function strict(name: string, schema: Schema, closed: boolean): [string, Schema][] {
  const mapping = mappingOf(schema);
  if (mapping !== undefined) {
    return [
      [`${name}__base`, withoutDiscriminator(schema)],
      [name, choice(mapping)],
    ];
  }
  return [[name, closed ? close(schema) : pointAtBase(schema)]];
}

function mappingOf(schema: Schema): Record<string, string> | undefined {
  const { discriminator } = schema as { discriminator?: { mapping?: Record<string, string> } };
  return discriminator?.mapping;
}

function withoutDiscriminator({ discriminator: _discriminator, ...schema }: Schema): Schema {
  return schema;
}

function choice(mapping: Record<string, string>): Schema {
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: Object.keys(mapping) } },
    allOf: Object.entries(mapping).map(([type, $ref]) => ({
      if: { properties: { type: { const: type } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
      then: { $ref },
    })),
  };
}

/** A child points at its base's own properties, not at the choice, which would lead back to the child. */
function pointAtBase(schema: Schema): Schema {
  const { allOf } = schema as { allOf?: Schema[] };
  if (allOf === undefined) return schema;
  return { ...schema, allOf: allOf.map((part) => ('$ref' in part ? { $ref: `${part.$ref}__base` } : part)) };
}

function close(schema: Schema): Schema {
  const isObject = schema.type === 'object' || 'allOf' in schema;
  const isOpenMap = 'additionalProperties' in schema;
  return isObject && !isOpenMap ? { ...pointAtBase(schema), unevaluatedProperties: false } : schema;
}
