using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using FocBot.Channels;
using FocBot.Channels.Teams;
using FocBot.Checks;
using FocBot.Tests.Channels.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Checks;

/// <summary>What <c>focbot doctor</c> finds, one thing after another: good, to note, or wrong, and then what to do.</summary>
public sealed class DoctorTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(61, true, "lasts for 61 days")]
    [InlineData(59, null, "expires in 59 days")]
    [InlineData(29, null, "expires in 29 days")]
    [InlineData(6, false, "expires in 6 days")]
    [InlineData(-1, false, "expired on 2026-10-31")]
    public void What_must_be_renewed_is_told_60_and_30_days_before_and_is_wrong_from_7(int days, bool? good, string found)
    {
        var check = Check.OfExpiry("It", Now.AddDays(days), Now, "Renew it.");
        Assert.Equal(good, check.Good);
        Assert.Contains(found, check.Found, StringComparison.Ordinal);
        Assert.Equal(days switch { > 60 => null, > 30 => "Renew it.", > 7 => "This week: Renew it.", > 0 => "Now: Renew it.", _ => "Renew it." }, check.Next);
    }

    [Theory]
    [InlineData(45, null)]
    [InlineData(5, false)]
    [InlineData(400, true)]
    public async Task The_credentials_of_Teams_are_looked_at_for_their_end(int days, bool? good)
    {
        var end = TimeProvider.System.GetUtcNow().AddDays(days);
        await using var microsoft = await BotFramework.Start();
        var file = Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "bot.pfx");
        using (var certificate = CheckedServer.Certificate(end))
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx), Cancel);
        foreach (var (settings, what) in new (string[], string)[] { ([$"--Channels:Teams:SecretExpires={end:O}"], "secret"),
            (["--Channels:Teams:AppSecret=", $"--Channels:Teams:CertificatePath={file}"], "certificate") })
        {
            await using var server = new RunningServer { Settings = [.. microsoft.Settings, .. settings] };
            await server.InitializeAsync();
            var checks = await LookAsync(server.Service<IEnumerable<IHealthCheck>>().OfType<TeamsCheck>().Single());
            Assert.Equal(good, Assert.Single(checks, c => c.Found.StartsWith($"Teams: the {what} ", StringComparison.Ordinal)).Good);
        }
    }

    [Theory]
    [InlineData(400, 200, true, true)]
    [InlineData(20, 200, true, null)]
    [InlineData(3, 503, null, false)]
    public async Task The_public_address_is_called_and_its_certificate_is_read(int days, int status, bool? answers, bool? certificate)
    {
        await using var published = await CheckedServer.StartAsync(Now.AddDays(days), status);
        var checks = await LookAsync(new AddressCheck(Server(published.Address), new FakeTimeProvider(Now)));
        Assert.Equal([answers, certificate], checks.Select(c => c.Good));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("http://127.0.0.1:1", null)]
    public async Task An_address_that_is_empty_or_out_of_reach_says_what_to_do(string address, bool? good)
    {
        var checks = await LookAsync(new AddressCheck(Server(address), new FakeTimeProvider(Now)));
        Assert.All(checks, c => Assert.Equal((good, true), (c.Good, c.Next!.Length > 0)));
    }

    [Theory]
    [InlineData(2001, false)]
    [InlineData(2101, true)]
    public async Task A_clock_before_the_programs_own_making_is_wrong(int year, bool good) =>
        Assert.Equal(good, (await LookAsync(new MachineCheck(Settings(), new FakeTimeProvider(new(year, 1, 1, 0, 0, 0, TimeSpan.Zero)))))[0].Good);

    [Fact]
    public async Task The_disk_is_that_of_the_index_and_is_named()
    {
        var disk = (await LookAsync(new MachineCheck(Settings(), TimeProvider.System)))[1];
        Assert.Contains($"MB free at {TestIndex.Folder}", disk.Found, StringComparison.Ordinal);
        Assert.Equal(disk.Good == true, disk.Next is null);
    }

    [Fact]
    public async Task An_index_that_is_there_is_good_and_one_in_memory_is_noted()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        var content = server.Service<FocBot.Content.ContentStore>();
        Assert.All(await LookAsync(new ContentCheck(content, Settings())), c => Assert.True(c.Good));
        var nowhere = await LookAsync(new ContentCheck(content, Settings("Search:IndexFolder", "/proc/none/of/these")));
        Assert.Null(nowhere[1].Good);
        Assert.Contains("in memory", nowhere[1].Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage:File", "", true)]
    [InlineData("Storage:ConnectionString", "Host=127.0.0.1;Port=1;Username=x;Timeout=2", false)]
    [InlineData("Storage:File", "/proc/none/focbot.db", false)]
    public async Task A_database_that_does_not_answer_is_wrong(string setting, string value, bool good)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot.db");
        await using var app = HostSetup.Build([$"--{setting}={(value.Length > 0 ? value : file)}"], toLog: false);
        Assert.Equal(good, Assert.Single(await LookAsync(app.Services.GetServices<IHealthCheck>().OfType<StorageCheck>().Single())).Good);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, "DllNotFoundException", false)]
    [InlineData(false, null, null)]
    public void The_encoder_is_loaded_where_it_is_on(bool isOn, string? fault, bool? good) => Assert.Equal(good, EncoderCheck.Of(isOn, () => fault).Good);

    [Fact]
    public async Task This_machine_loads_the_encoder() => Assert.True(Assert.Single(await LookAsync(new EncoderCheck(Settings()))).Good);

    [Theory]
    [InlineData(BotFramework.AppId, "https://foc.example.org", "", true)]
    [InlineData("99999999-2222-3333-4444-555555555555", "https://foc.example.org", "names the bot", false)]
    [InlineData(BotFramework.AppId, "https://other.example.org", "does not name the domain", false)]
    public void An_uploaded_package_is_compared_with_what_runs(string appId, string address, string found, bool good)
    {
        var package = new FileInfo(Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot-teams.zip"));
        using (var stream = package.Create())
            TeamsManifest.Write(appId, "foc.example.org", stream);
        var check = UploadedManifest.Check(package, new() { AppId = BotFramework.AppId }, new() { PublicAddress = address });
        Assert.Equal(good, check.Good);
        Assert.Contains(found, check.Found, StringComparison.Ordinal);
        File.WriteAllText(package.FullName, "no package");
        Assert.False(UploadedManifest.Check(package, new(), new()).Good);
    }

    [Fact]
    public void A_package_of_another_version_is_wrong()
    {
        var package = new FileInfo(Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot-teams.zip"));
        using (var zip = System.IO.Compression.ZipFile.Open(package.FullName, System.IO.Compression.ZipArchiveMode.Create))
        using (var manifest = new StreamWriter(zip.CreateEntry("manifest.json").Open()))
            manifest.Write("""{"version": "0.0.1", "bots": [], "validDomains": []}""");
        var check = UploadedManifest.Check(package, new(), new());
        Assert.False(check.Good);
        Assert.Contains($"of version 0.0.1, this program of {ProductVersion.Text}", check.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Server__QuestionsPerMinute", "120", 0, true)]
    [InlineData("Server__PublicAddress", "no address", 1, false)]
    public async Task As_JSON_it_says_the_same_and_the_exit_code_tells_programs(string variable, string value, int exit, bool healthy)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "focbot.dll"), "doctor", "--json"])
        { RedirectStandardOutput = true };
        start.Environment["Search__IndexFolder"] = TestIndex.Folder;
        start.Environment["Storage__File"] = Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot.db");
        start.Environment[variable] = value;
        using var doctor = Process.Start(start)!;
        var report = JsonDocument.Parse(await doctor.StandardOutput.ReadToEndAsync(Cancel)).RootElement;
        await doctor.WaitForExitAsync(Cancel);
        Assert.Equal((exit, healthy, ProductVersion.Text),
            (doctor.ExitCode, report.GetProperty("healthy").GetBoolean(), report.GetProperty("version").GetString()));
        var outcomes = report.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("outcome").GetString()).ToList();
        Assert.Equal(!healthy, outcomes.Contains("wrong"));
        if (healthy)
            Assert.All((string[])["FocBot", "Content", "Index", "Encoder", "Storage", "Clock", "Disk", "Address", "Teams", "Slack"], what =>
                Assert.Contains(report.GetProperty("checks").EnumerateArray(), c =>
                    c.GetProperty("found").GetString()!.StartsWith(what, StringComparison.Ordinal)));
    }

    static IOptions<ServerOptions> Server(string address) => Options.Create(new ServerOptions { PublicAddress = address });

    static IConfigurationRoot Settings(string name = "Search:IndexFolder", string? value = null) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name, value ?? TestIndex.Folder)]).Build();

    static async Task<List<Check>> LookAsync(IHealthCheck what)
    {
        var found = new List<Check>();
        await foreach (var check in what.CheckAsync(Cancel))
            found.Add(check);
        return found;
    }
}
