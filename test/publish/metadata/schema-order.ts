// Data table: the order of the elements that ISO 19139 and ISO 19115-3 give to those we write.

/** Element of ISO 19139 (`gmd`, schema 20060504) → its children in their order; those with `!` must be there. */
export const GMD_ORDER: Record<string, string> = {
  MD_Metadata:
    'fileIdentifier language characterSet parentIdentifier hierarchyLevel hierarchyLevelName contact! dateStamp! metadataStandardName metadataStandardVersion dataSetURI locale spatialRepresentationInfo referenceSystemInfo metadataExtensionInfo identificationInfo! contentInfo distributionInfo dataQualityInfo',
  CI_ResponsibleParty: 'individualName organisationName positionName contactInfo role!',
  CI_Contact: 'phone address onlineResource hoursOfService contactInstructions',
  CI_Address: 'deliveryPoint city administrativeArea postalCode country electronicMailAddress',
  CI_OnlineResource: 'linkage! protocol applicationProfile name description function',
  MD_ReferenceSystem: 'referenceSystemIdentifier',
  RS_Identifier: 'authority code! codeSpace version',
  MD_Identifier: 'authority code!',
  MD_DataIdentification:
    'citation! abstract! purpose credit status pointOfContact resourceMaintenance graphicOverview resourceFormat descriptiveKeywords resourceSpecificUsage resourceConstraints aggregationInfo spatialRepresentationType spatialResolution language! characterSet topicCategory environmentDescription extent supplementalInformation',
  CI_Citation:
    'title! alternateTitle date! edition editionDate identifier citedResponsibleParty presentationForm series otherCitationDetails collectiveTitle ISBN ISSN',
  CI_Date: 'date! dateType!',
  MD_MaintenanceInformation: 'maintenanceAndUpdateFrequency! dateOfNextUpdate',
  MD_Keywords: 'keyword! type thesaurusName',
  MD_Constraints: 'useLimitation',
  MD_LegalConstraints: 'useLimitation accessConstraints useConstraints otherConstraints',
  MD_Resolution: 'equivalentScale distance',
  MD_RepresentativeFraction: 'denominator!',
  EX_Extent: 'description geographicElement temporalElement verticalElement',
  EX_GeographicBoundingBox:
    'extentTypeCode westBoundLongitude! eastBoundLongitude! southBoundLatitude! northBoundLatitude!',
  MD_Distribution: 'distributionFormat distributor transferOptions',
  MD_Format: 'name! version! amendmentNumber specification',
  MD_DigitalTransferOptions: 'unitsOfDistribution transferSize onLine offLine',
  DQ_DataQuality: 'scope! report lineage',
  DQ_Scope: 'level!',
  DQ_DomainConsistency:
    'nameOfMeasure measureIdentification measureDescription evaluationMethodType evaluationMethodDescription evaluationProcedure dateTime result!',
  DQ_ConformanceResult: 'specification! explanation! pass!',
  LI_Lineage: 'statement processStep source',
};

/** The same for ISO 19115-3 (`mdb` 2.0 and what it imports). */
export const MDB_ORDER: Record<string, string> = {
  MD_Metadata:
    'metadataIdentifier defaultLocale parentMetadata metadataScope contact! dateInfo! metadataStandard metadataProfile alternativeMetadataReference otherLocale metadataLinkage spatialRepresentationInfo referenceSystemInfo metadataExtensionInfo identificationInfo! contentInfo distributionInfo dataQualityInfo resourceLineage',
  MD_MetadataScope: 'resourceScope! name',
  MD_Identifier: 'authority code! codeSpace version description',
  PT_Locale: 'language! country characterEncoding!',
  CI_Responsibility: 'role! extent party!',
  CI_Organisation: 'name contactInfo partyIdentifier logo individual',
  CI_Contact: 'phone address onlineResource',
  CI_Address: 'deliveryPoint city administrativeArea postalCode country electronicMailAddress',
  CI_OnlineResource: 'linkage! protocol applicationProfile name description function',
  CI_Date: 'date! dateType!',
  CI_Citation: 'title! alternateTitle date edition editionDate identifier citedResponsibleParty',
  MD_ReferenceSystem: 'referenceSystemIdentifier referenceSystemType',
  MD_DataIdentification:
    'citation! abstract! purpose credit status pointOfContact spatialRepresentationType spatialResolution temporalResolution topicCategory extent additionalDocumentation processingLevel resourceMaintenance graphicOverview resourceFormat descriptiveKeywords resourceSpecificUsage resourceConstraints associatedResource defaultLocale otherLocale environmentDescription supplementalInformation',
  MD_Resolution: 'equivalentScale distance',
  MD_RepresentativeFraction: 'denominator!',
  EX_Extent: 'description geographicElement temporalElement verticalElement',
  EX_GeographicBoundingBox:
    'extentTypeCode westBoundLongitude! eastBoundLongitude! southBoundLatitude! northBoundLatitude!',
  MD_MaintenanceInformation: 'maintenanceAndUpdateFrequency maintenanceDate',
  MD_Keywords: 'keyword! type thesaurusName',
  MD_Constraints:
    'useLimitation constraintApplicationScope graphic reference releasability responsibleParty',
  MD_LegalConstraints:
    'useLimitation constraintApplicationScope graphic reference releasability responsibleParty accessConstraints useConstraints otherConstraints',
  MD_Distribution: 'description distributionFormat distributor transferOptions',
  MD_Format: 'formatSpecificationCitation! amendmentNumber',
  MD_DigitalTransferOptions: 'unitsOfDistribution transferSize onLine offLine',
  DQ_DataQuality: 'scope! standaloneQualityReport report!',
  MD_Scope: 'level!',
  DQ_DomainConsistency: 'standaloneQualityReportDetails measure evaluationMethod result!',
  DQ_ConformanceResult: 'dateTime resultScope specification! explanation pass!',
  LI_Lineage: 'statement scope additionalDocumentation source processStep',
};
