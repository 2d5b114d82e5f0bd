using System.Text.Json.Nodes;
using FocBot.Tests;

namespace FocBot.ClientTests;

/// <summary>What an assistant gets, by the official TypeScript client of the Model Context Protocol, over both transports.</summary>
public sealed class McpJudgeTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("http")]
    [InlineData("stdio")]
    public async Task An_assistant_asks_searches_reads_and_verifies(string transport)
    {
        RequiredTools.NeedNode();
        string[] target = transport == "http" ? [$"{server.Client.BaseAddress}mcp"] : ["dotnet", Path.Combine(AppContext.BaseDirectory, "focbot.dll"), "mcp"];
        var told = JsonNode.Parse(await Node.Judge("mcp.cjs", "", [transport, .. target]))!;

        Assert.Equal("focbot", (string?)told["server"]!["name"]);
        Assert.Contains("verify_quotation", (string?)told["instructions"], StringComparison.Ordinal);
        Assert.Equal(["ask", "get_passage", "list_recommendations", "search", "verify_quotation"], told["tools"]!.AsArray()
            .Select(t => (string?)t!["name"]).Order());
        Assert.All(told["tools"]!.AsArray(), t => Assert.True((bool)t!["readOnly"]! && (bool)t["described"]!));

        Assert.Equal("answered", (string?)told["asked"]!["outcome"]);
        var answer = told["asked"]!["passages"]![0]!;
        Assert.Equal("foc-2020-cybersecurity#13", (string?)answer["id"]);
        Assert.Contains(Text(answer["keySentence"]), (string?)answer["text"], StringComparison.Ordinal);
        Assert.Equal("http://localhost:3978/statements/foc-2020-cybersecurity#13", (string?)answer["address"]);
        Assert.NotEmpty(told["followed"]!["passages"]!.AsArray());
        Assert.NotEqual("answered", (string?)told["silent"]!["outcome"]);

        Assert.Equal(2, told["found"]!["passages"]!.AsArray().Count);
        Assert.Equal((string?)answer["text"], (string?)told["passage"]!["text"]);
        Assert.Equal(11, told["recommendations"]!["passages"]!.AsArray().Count);
        Assert.Equal("exact", (string?)told["exact"]!["result"]);
        Assert.Equal("altered", (string?)told["altered"]!["result"]);
        Assert.Contains("harmless", (string?)told["altered"]!["changes"]![0], StringComparison.Ordinal);

        Assert.All(told["refused"]!.AsArray(), r => Assert.NotEmpty(Text(r!["error"])));
        Assert.Contains("foc-2020-cybersecurity", (string?)told["refused"]![0]!["error"], StringComparison.Ordinal);
        var resource = Assert.Single(told["resources"]!.AsArray())!;
        Assert.Equal("focbot://statements/foc-2020-cybersecurity", (string?)resource["uri"]);
        Assert.Contains(Text(answer["text"]), (string?)told["read"]!["text"], StringComparison.Ordinal);
        Assert.Contains("no resource", (string?)told["unread"], StringComparison.Ordinal);
    }

    static string Text(JsonNode? value) => value!.GetValue<string>();
}
