using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FocBot.Tests.Channels.Teams;

/// <summary>Stands in for Microsoft's side at the network's edge: published keys, issuer of the bot's tokens, connector.</summary>
public sealed class BotFramework : IAsyncDisposable
{
    internal const string AppId = "11111111-2222-3333-4444-555555555555", Issuer = "https://api.botframework.com", BotToken = "the-bots-own-token";

    readonly RSA rsa = RSA.Create(2048);
    readonly WebApplication app;
    readonly Channel<Sent> sent = Channel.CreateUnbounded<Sent>();

    BotFramework(WebApplication app) => this.app = app;

    /// <summary>An activity that the bot sent.</summary>
    internal sealed record Sent(string Path, string? Authorization, JsonObject Activity)
    {
        /// <summary>Whether it takes the place of the message that the path names.</summary>
        internal bool IsUpdate { get; init; }
    }

    internal string Address { get; private set; } = "";

    /// <summary>The id of the key in use, and the channels that it may sign for.</summary>
    internal string KeyId { get; set; } = "key-1";

    internal string[] Endorsements { get; set; } = ["msteams"];

    internal Func<HttpContext, Task<bool>> Interrupt { get; set; } = _ => Task.FromResult(false);

    internal int TokensIssued { get; private set; }

    internal string[] Settings =>
    [
        $"--Channels:Teams:AppId={AppId}", "--Channels:Teams:AppSecret=a-secret", $"--Channels:Teams:TokenAuthority={Address}/the-tenant",
        $"--Channels:Teams:OpenIdMetadataAddress={Address}/v1/.well-known/openidconfiguration",
    ];

    internal static async Task<BotFramework> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new BotFramework(builder.Build());
        standIn.Map();
        await standIn.app.StartAsync();
        standIn.Address = standIn.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return standIn;
    }

    /// <summary>The next activity that the bot sends; on a busy machine a sign of life may come before it.</summary>
    internal async Task<Sent> Next()
    {
        var next = await NextOrTyping();
        return next.Activity["type"]!.GetValue<string>() == "typing" ? await NextOrTyping() : next;
    }

    /// <summary>The next activity that the bot sends, of any type.</summary>
    internal async Task<Sent> NextOrTyping()
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromSeconds(20));
        return await sent.Reader.ReadAsync(late.Token);
    }

    internal bool HasMore => sent.Reader.TryPeek(out _);

    /// <summary>A token as Bot Framework sends it; every part can be made wrong.</summary>
    internal string Token(
        string? audience = AppId, string issuer = Issuer, string? serviceUrl = null,
            TimeSpan? expires = null, RSA? key = null, string? algorithm = SecurityAlgorithms.RsaSha256)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).UtcDateTime;
        var until = now + (expires ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = until - TimeSpan.FromHours(2),
            Expires = until,
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl ?? Address },
            SigningCredentials = algorithm is null ? null : new(new RsaSecurityKey(key ?? rsa) { KeyId = KeyId }, algorithm),
        });
    }

    /// <summary>The old trick: the public key, which everybody has, used as a shared secret.</summary>
    internal string SignedWithThePublicKey() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = AppId,
        Claims = new Dictionary<string, object> { ["serviceurl"] = Address },
        SigningCredentials = new(new SymmetricSecurityKey(rsa.ExportSubjectPublicKeyInfo()) { KeyId = KeyId }, SecurityAlgorithms.HmacSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    void Map()
    {
        app.MapGet("/v1/.well-known/openidconfiguration", () => Results.Text(new JsonObject
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = "https://invalid.example",
            ["jwks_uri"] = $"{Address}/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }.ToJsonString(), "application/json"));
        app.MapGet("/keys", () =>
        {
            var parameters = rsa.ExportParameters(false);
            return Results.Text(new JsonObject
            {
                ["keys"] = new JsonArray(new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["kid"] = KeyId,
                    ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                    ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                    ["endorsements"] = new JsonArray([.. Endorsements.Select(e => JsonValue.Create(e))]),
                }),
            }.ToJsonString(), "application/json");
        });
        app.MapPost("/the-tenant/oauth2/v2.0/token", () =>
        {
            TokensIssued++;
            return Results.Text($$"""{"token_type":"Bearer","expires_in":3600,"ext_expires_in":3600,"access_token":"{{BotToken}}"}""", "application/json");
        });
        app.MapPost("/v3/conversations/{conversation}/activities/{**replyTo}", Receive);
        app.MapPut("/v3/conversations/{conversation}/activities/{replaced}", Receive);
        // Where the Agents Playground listens.
        app.MapPost("/_connector/v3/conversations/{conversation}/activities/{**replyTo}", Receive);
    }

    async Task Receive(HttpContext context)
    {
        if (await Interrupt(context))
            return;
        var activity = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        sent.Writer.TryWrite(new(context.Request.Path, context.Request.Headers.Authorization.FirstOrDefault(), activity)
        {
            IsUpdate = HttpMethods.IsPut(context.Request.Method),
        });
        await context.Response.WriteAsync("""{"id":"sent-1"}""");
    }
}
