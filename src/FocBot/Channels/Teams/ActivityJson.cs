using System.Reflection;
using Microsoft.Bot.Schema;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace FocBot.Channels.Teams;

/// <summary>How Bot Framework's types are read and written. The contracts are built once: building them costs far more than a message.</summary>
static class ActivityJson
{
    const int DeepestNesting = 64;

    internal static IContractResolver Contracts { get; } = new ActivityContracts();

    internal static JsonSerializerSettings Settings { get; } = new()
    {
        ContractResolver = Contracts,
        NullValueHandling = NullValueHandling.Ignore,
        // A text that looks like a date stays the text that it is.
        DateParseHandling = DateParseHandling.None,
        MaxDepth = DeepestNesting,
    };

    sealed class ActivityContracts : ReadOnlyJsonContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            // The converter of Bot.Schema builds nested content several times over: a body of 240 KB costs it seconds.
            if (member.DeclaringType == typeof(Attachment) && member.Name == nameof(Attachment.Content))
                property.Converter = null;
            // A malformed time must not cost the message: ActivityReader reads the one that is used.
            if (property.PropertyType == typeof(DateTimeOffset?))
                property.ShouldDeserialize = _ => false;
            return property;
        }
    }
}
