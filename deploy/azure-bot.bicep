// An Azure Bot for one FocBot server, single tenant, connected to Teams. Compiled with Bicep 0.49; not yet deployed.
//   az deployment group create --resource-group RG --template-file deploy/azure-bot.bicep --parameters appId=ID tenantId=ID domain=foc.example.org
// The app registration comes first (docs/teams.md): its ids are the parameters, its secret goes to FocBot alone.

@description('The application (client) id of the app registration.')
@minLength(36)
@maxLength(36)
param appId string

@description('The directory (tenant) id of the app registration.')
@minLength(36)
@maxLength(36)
param tenantId string

@description('The domain that FocBot is reached at, by https.')
param domain string

@description('The name of the bot resource; unique in Azure.')
param name string = 'focbot-${uniqueString(resourceGroup().id)}'

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'FocBot'
    endpoint: 'https://${domain}/api/messages'
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppType: 'SingleTenant'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}

output botName string = bot.name
