// Made by tools/codegen.ts from dashboard/settings/settings.graphql.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type CreateSiteInput = {
  readonly keptParameters?: ReadonlyArray<string> | null | undefined;
  readonly name?: string | null | undefined;
  readonly origins?: ReadonlyArray<string> | null | undefined;
  readonly rageRule?: RageRule | null | undefined;
  readonly siteId: string;
  readonly timeZone?: string | null | undefined;
};

export type RageRule =
  | 'DEFAULT'
  | 'STRICT';

export type UpdateSiteInput = {
  readonly deadClickMs?: number | null | undefined;
  readonly excludedAddresses?: ReadonlyArray<string> | null | undefined;
  readonly keptParameters?: ReadonlyArray<string> | null | undefined;
  readonly name?: string | null | undefined;
  readonly origins?: ReadonlyArray<string> | null | undefined;
  readonly rageRule?: RageRule | null | undefined;
  readonly retentionDays?: number | null | undefined;
  readonly routes?: ReadonlyArray<string> | null | undefined;
  readonly siteBatchesPerMinute?: number | null | undefined;
  readonly visitorBatchesPerMinute?: number | null | undefined;
};

export type SiteSettingsFragment = { readonly id: string, readonly siteId: string, readonly name: string, readonly timeZone: string, readonly rageRule: RageRule, readonly origins: ReadonlyArray<string>, readonly keptParameters: ReadonlyArray<string>, readonly routes: ReadonlyArray<string>, readonly excludedAddresses: ReadonlyArray<string>, readonly deadClickMs: number, readonly retentionDays: number, readonly visitorBatchesPerMinute: number, readonly siteBatchesPerMinute: number, readonly lastEventAt: string | null };

export type SettingsQueryVariables = Exact<{
  site?: string | null | undefined;
}>;


export type SettingsQuery = { readonly site: { readonly id: string, readonly siteId: string, readonly name: string, readonly timeZone: string, readonly rageRule: RageRule, readonly origins: ReadonlyArray<string>, readonly keptParameters: ReadonlyArray<string>, readonly routes: ReadonlyArray<string>, readonly excludedAddresses: ReadonlyArray<string>, readonly deadClickMs: number, readonly retentionDays: number, readonly visitorBatchesPerMinute: number, readonly siteBatchesPerMinute: number, readonly lastEventAt: string | null } | null };

export type CreateSiteMutationVariables = Exact<{
  input: CreateSiteInput;
}>;


export type CreateSiteMutation = { readonly createSite: { readonly id: string, readonly siteId: string, readonly name: string, readonly timeZone: string, readonly rageRule: RageRule, readonly origins: ReadonlyArray<string>, readonly keptParameters: ReadonlyArray<string>, readonly routes: ReadonlyArray<string>, readonly excludedAddresses: ReadonlyArray<string>, readonly deadClickMs: number, readonly retentionDays: number, readonly visitorBatchesPerMinute: number, readonly siteBatchesPerMinute: number, readonly lastEventAt: string | null } };

export type UpdateSiteMutationVariables = Exact<{
  id: string;
  input: UpdateSiteInput;
}>;


export type UpdateSiteMutation = { readonly updateSite: { readonly id: string, readonly siteId: string, readonly name: string, readonly timeZone: string, readonly rageRule: RageRule, readonly origins: ReadonlyArray<string>, readonly keptParameters: ReadonlyArray<string>, readonly routes: ReadonlyArray<string>, readonly excludedAddresses: ReadonlyArray<string>, readonly deadClickMs: number, readonly retentionDays: number, readonly visitorBatchesPerMinute: number, readonly siteBatchesPerMinute: number, readonly lastEventAt: string | null } };

export const SiteSettingsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SiteSettings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Site"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"siteId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"rageRule"}},{"kind":"Field","name":{"kind":"Name","value":"origins"}},{"kind":"Field","name":{"kind":"Name","value":"keptParameters"}},{"kind":"Field","name":{"kind":"Name","value":"routes"}},{"kind":"Field","name":{"kind":"Name","value":"excludedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"deadClickMs"}},{"kind":"Field","name":{"kind":"Name","value":"retentionDays"}},{"kind":"Field","name":{"kind":"Name","value":"visitorBatchesPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"siteBatchesPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}}]}}]} as unknown as DocumentNode<SiteSettingsFragment, unknown>;
export const SettingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Settings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"site"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"site"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"site"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SiteSettings"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SiteSettings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Site"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"siteId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"rageRule"}},{"kind":"Field","name":{"kind":"Name","value":"origins"}},{"kind":"Field","name":{"kind":"Name","value":"keptParameters"}},{"kind":"Field","name":{"kind":"Name","value":"routes"}},{"kind":"Field","name":{"kind":"Name","value":"excludedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"deadClickMs"}},{"kind":"Field","name":{"kind":"Name","value":"retentionDays"}},{"kind":"Field","name":{"kind":"Name","value":"visitorBatchesPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"siteBatchesPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}}]}}]} as unknown as DocumentNode<SettingsQuery, SettingsQueryVariables>;
export const CreateSiteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateSite"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateSiteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createSite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SiteSettings"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SiteSettings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Site"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"siteId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"rageRule"}},{"kind":"Field","name":{"kind":"Name","value":"origins"}},{"kind":"Field","name":{"kind":"Name","value":"keptParameters"}},{"kind":"Field","name":{"kind":"Name","value":"routes"}},{"kind":"Field","name":{"kind":"Name","value":"excludedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"deadClickMs"}},{"kind":"Field","name":{"kind":"Name","value":"retentionDays"}},{"kind":"Field","name":{"kind":"Name","value":"visitorBatchesPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"siteBatchesPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}}]}}]} as unknown as DocumentNode<CreateSiteMutation, CreateSiteMutationVariables>;
export const UpdateSiteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateSite"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateSiteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateSite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SiteSettings"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SiteSettings"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Site"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"siteId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"rageRule"}},{"kind":"Field","name":{"kind":"Name","value":"origins"}},{"kind":"Field","name":{"kind":"Name","value":"keptParameters"}},{"kind":"Field","name":{"kind":"Name","value":"routes"}},{"kind":"Field","name":{"kind":"Name","value":"excludedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"deadClickMs"}},{"kind":"Field","name":{"kind":"Name","value":"retentionDays"}},{"kind":"Field","name":{"kind":"Name","value":"visitorBatchesPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"siteBatchesPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"lastEventAt"}}]}}]} as unknown as DocumentNode<UpdateSiteMutation, UpdateSiteMutationVariables>;