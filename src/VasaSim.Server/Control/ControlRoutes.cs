using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using VasaSim.Server.Hosting;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>
/// The paths of the control port: health, what runs here, and what a tester changes of the world. To add a resource: a
/// class with one method per verb, and its routes here and in <c>docs/control-api.md</c>; the OpenAPI document follows.
/// </summary>
internal static class ControlRoutes
{
    private static readonly string[] _calls = ["operation", "group", "fault", "user", "client", "protocol"];

    public static IReadOnlyList<ControlRoute> Of(
        Workspace workspace, SimulatorOptions options, ControlSurroundings surroundings, CancellationToken stopping)
    {
        ControlJson json = ControlJson.Readable;
        HealthResource health = new(workspace);
        InfoResource info = new(workspace, options, surroundings);
        StateResource state = new(workspace, surroundings.RealTime);
        ClockResource clock = new(workspace);
        LinkResource links = new(workspace);
        LunResource luns = new(workspace);
        EndpointResource endpoints = new(workspace);
        ProviderResource providers = new(workspace);
        JournalResource journal = new(workspace, surroundings);
        GroupResource groups = new(workspace);
        ReplicaResource replicas = new(workspace);
        CloudResource clouds = new(workspace);
        CloudReplicationResource replications = new(workspace);
        MachineResource machines = new(workspace);
        ProtectionGroupResource protection = new(workspace);
        RecoveryPlanResource plans = new(workspace);
        SnapshotResource snapshots = new(workspace, SnapshotShelf.For(workspace, options.Workspace), surroundings.RealTime);
        RuleQuestions questions = new(workspace);
        RuleResource rules = new(workspace);
        TaskResource tasks = new(workspace);
        const string Machine = "/_sim/v1/clouds/{site}/machines/{id}";
        const string Inventory = "/_sim/v1/machines/{id}";
        const string Protection = "/_sim/v1/protection-groups/{id}";
        const string Group = "/_sim/v1/groups/{faultDomain}/{id}";
        return
        [
            Get("/_sim/health/live", "Whether the process answers.", HealthResource.LiveAsync, json.HealthReport),
            Get("/_sim/health/ready", "Whether clients can be served.", health.ReadyAsync, json.HealthReport),
            Get("/_sim/info", "What runs here.", info.ShowAsync, json.SimulatorReport),
            Get("/_sim/ca.pem", "The certificate of the CA to trust.", info.CaAsync) with { Media = "application/x-pem-file" },
            Post("/_sim/v1/state/reset", "Makes the world anew from its lab and seed.", state.ResetAsync, json.ResetReport, ControlBodies.Nothing),
            Get("/_sim/v1/snapshots", "The snapshots.", snapshots.ListAsync, json.SnapshotList),
            Post("/_sim/v1/snapshots", "Keeps the world as it is now.", snapshots.MakeAsync, json.SnapshotReport, ControlBodies.Name),
            Delete("/_sim/v1/snapshots/{name}", "Forgets a snapshot.", snapshots.ForgetAsync, json.SnapshotList),
            Post("/_sim/v1/snapshots/{name}/restore", "Puts a snapshot in the place of the world.", snapshots.RestoreAsync, json.RestoreReport, ControlBodies.Nothing),
            Get("/_sim/v1/clock", "The simulated time.", clock.ShowAsync, json.ClockReport),
            Post("/_sim/v1/clock/freeze", "Lets time stand still.", clock.FreezeAsync, json.ClockReport, ControlBodies.Nothing),
            Post("/_sim/v1/clock/resume", "Lets time pass.", clock.ResumeAsync, json.ClockReport, ControlBodies.Scale),
            Post("/_sim/v1/clock/advance", "Moves time on.", clock.AdvanceAsync, json.ClockReport, ControlBodies.Advance),
            Get("/_sim/v1/links", "The links between fault domains and between clouds.", links.ListAsync, json.LinkList),
            Get("/_sim/v1/links/{a}/{b}", "A link.", links.ShowAsync, json.LinkReport),
            Patch("/_sim/v1/links/{a}/{b}", "Changes a link.", links.ChangeAsync, json.LinkReport, ControlBodies.Link),
            Get("/_sim/v1/endpoints", "What answers at the providers' URLs.", endpoints.ListAsync, json.EndpointList),
            Get("/_sim/v1/endpoints/{id}", "An endpoint.", endpoints.ShowAsync, json.EndpointReport),
            Patch("/_sim/v1/endpoints/{id}", "Changes an endpoint.", endpoints.ChangeAsync, json.EndpointReport, ControlBodies.Endpoint),
            Get("/_sim/v1/luns", "The LUNs.", luns.ListAsync, json.LunList),
            Get("/_sim/v1/luns/{id}", "A LUN.", luns.ShowAsync, json.LunReport),
            Patch("/_sim/v1/luns/{id}", "Fills or empties a LUN.", luns.ChangeAsync, json.LunReport, ControlBodies.Lun),
            Get("/_sim/v1/providers", "The providers.", providers.ListAsync, json.ProviderList),
            Get("/_sim/v1/providers/{id}", "A provider.", providers.ShowAsync, json.ProviderReport),
            Patch("/_sim/v1/providers/{id}", "Changes a provider.", providers.ChangeAsync, json.ProviderReport, ControlBodies.Provider),
            Get("/_sim/v1/groups", "The replication groups.", groups.ListAsync, json.GroupList) with { Query = ["faultDomain", "state", "label"] },
            Get(Group, "A replication group.", groups.ShowAsync, json.GroupReport),
            Patch(Group, "Changes a replication group by the laws.", groups.ChangeAsync, json.GroupReport, ControlBodies.Group) with { Query = ["force"] },
            Get(Group + "/replicas", "The replicas of a group.", replicas.ListAsync, json.ReplicaList) with { Query = ["limit"] },
            Post(Group + "/replicas", "Makes a replica.", replicas.MakeAsync, json.ReplicaReport, ControlBodies.NameRequired),
            Delete(Group + "/replicas/{replicaId}", "Lets a replica go.", replicas.ExpireAsync, json.ReplicaList),
            Get("/_sim/v1/clouds", "The clouds.", clouds.ListAsync, json.CloudList),
            Get("/_sim/v1/clouds/{site}/machines", "The machines of a cloud.", clouds.MachinesAsync, json.CloudMachineList),
            Get(Machine, "A machine of a cloud.", clouds.MachineAsync, json.CloudMachineReport),
            Patch(Machine, "Changes a machine of a cloud.", clouds.ChangeMachineAsync, json.CloudMachineReport, ControlBodies.Machine),
            Get("/_sim/v1/cloud-replications", "The replications between clouds.", replications.ListAsync, json.CloudReplicationList),
            Get("/_sim/v1/cloud-replications/{id}", "A replication with its instances.", replications.ShowAsync, json.CloudReplicationReport),
            Get("/_sim/v1/machines", "The machines of vCenters.", machines.ListAsync, json.MachineList) with { Query = ["site"] },
            Get(Inventory, "A machine of a vCenter.", machines.ShowAsync, json.MachineReport),
            Patch(Inventory, "Changes where a machine of a vCenter is.", machines.ChangeAsync, json.MachineReport, ControlBodies.Inventory),
            Delete(Inventory, "Deletes a machine from its vCenter.", machines.DeleteAsync, json.MachineReport),
            Get("/_sim/v1/protection-groups", "The protection groups.", protection.ListAsync, json.ProtectionGroupList),
            Get(Protection, "A protection group with its machines.", protection.ShowAsync, json.ProtectionGroupReport),
            Post(Protection + "/load", "Lets a protection group be read anew for a time.", protection.LoadAsync, json.ProtectionGroupReport, ControlBodies.Load),
            Delete(Protection + "/placeholders/{machine}", "Deletes what stands for a machine at the recovery site.", protection.DeletePlaceholderAsync, json.ProtectionGroupReport),
            Get("/_sim/v1/recovery-plans", "The recovery plans.", plans.ListAsync, json.RecoveryPlanList),
            Get("/_sim/v1/recovery-plans/{id}", "A recovery plan with the steps of its run and its machines.", plans.ShowAsync, json.RecoveryPlanReport),
            Get("/_sim/v1/tasks", "The tasks.", tasks.ListAsync, json.TaskList),
            Get("/_sim/v1/tasks/{id}", "A task.", tasks.ShowAsync, json.TaskReport),
            Post("/_sim/v1/tasks/{id}/hold", "Stops a task.", tasks.HoldAsync, json.TaskReport, ControlBodies.Hold),
            Post("/_sim/v1/tasks/{id}/release", "Lets a task go on.", tasks.ReleaseAsync, json.TaskReport, ControlBodies.Nothing),
            Post("/_sim/v1/tasks/{id}/step", "Puts a task at a percentage.", tasks.StepAsync, json.TaskReport, ControlBodies.Step),
            Post("/_sim/v1/tasks/{id}/slow", "Lets what is left take a number of times as long.", tasks.SlowAsync, json.TaskReport, ControlBodies.Slow),
            Post("/_sim/v1/tasks/{id}/fail", "Ends a task in error.", tasks.FailAsync, json.TaskReport, ControlBodies.Fail),
            Post("/_sim/v1/tasks/{id}/complete", "Lets a task do its work and end.", tasks.CompleteAsync, json.TaskReport, ControlBodies.Nothing),
            Post("/_sim/v1/tasks/{id}/forget", "Tells clients that there is no such task.", tasks.ForgetAsync, json.TaskReport, ControlBodies.Nothing),
            Get("/_sim/v1/rules", "The fault rules with what became of them.", rules.ListAsync, json.JsonNode),
            Put("/_sim/v1/rules", "Puts a rule file in the place of all rules.", rules.ReplaceAsync, json.JsonNode, ControlBodies.Rules),
            Post("/_sim/v1/rules", "Adds a rule.", rules.AddAsync, json.JsonNode, ControlBodies.Rule) with { TakesYaml = true },
            Get("/_sim/v1/rules/export", "The rules as a file.", rules.ExportAsync, json.JsonNode),
            Post("/_sim/v1/rules/validate", "Says what is wrong with a rule file.", RuleResource.ValidateAsync, json.JsonNode, ControlBodies.Rules) with { TakesYaml = true },
            Post("/_sim/v1/rules/explain", "Says why each rule did or did not apply to a call.", questions.ExplainAsync, json.JsonNode, ControlBodies.Explain),
            Get("/_sim/v1/rules/near-misses", "The calls that rules missed by one condition.", questions.NearMissesAsync, json.JsonNode),
            Get("/_sim/v1/rules/{id}", "A rule.", rules.ShowAsync, json.JsonNode),
            Put("/_sim/v1/rules/{id}", "Replaces a rule, or adds it.", rules.PutAsync, json.JsonNode, ControlBodies.Rule),
            Patch("/_sim/v1/rules/{id}", "Changes keys of a rule.", rules.PatchAsync, json.JsonNode, ControlBodies.RulePatch),
            Delete("/_sim/v1/rules/{id}", "Takes a rule away.", rules.DeleteAsync, json.JsonNode),
            Get("/_sim/v1/coverage", "Which operations were seen with which faults.", questions.CoverageAsync, json.JsonNode),
            Stream("/_sim/v1/tape", "The decisions so far, a line each.", new TapeResource(workspace).AnswerAsync, "application/x-ndjson"),
            Get("/_sim/v1/journal", "The last calls of clients.", journal.ListAsync, json.CallList) with { Query = [.. _calls, "since", "limit"] },
            Delete("/_sim/v1/journal", "Forgets them.", journal.ClearAsync, json.JournalClearReport),
            Post("/_sim/v1/journal/verify", "Compares the calls with what is expected of them.", journal.VerifyAsync, json.VerificationResult, ControlBodies.Verify),
            Get("/_sim/v1/journal/{number}", "A call with its request, reply and decisions.", journal.ShowAsync, json.CallReport) with { Query = ["as"] },
            Stream("/_sim/v1/events", "Calls and changes as they happen.", new EventStream(workspace, stopping).AnswerAsync, "text/event-stream") with { Query = _calls },
        ];
    }

    private static ControlRoute Get(string path, string summary, Func<HttpContext, ValueTask<Reply>> handler, JsonTypeInfo? answer = null) =>
        new("GET", path, summary, handler) { Answer = answer };

    private static ControlRoute Post(string path, string summary, Func<HttpContext, ValueTask<Reply>> handler, JsonTypeInfo answer, Func<JsonObject> body) =>
        new("POST", path, summary, handler) { Answer = answer, Body = body };

    private static ControlRoute Put(string path, string summary, Func<HttpContext, ValueTask<Reply>> handler, JsonTypeInfo answer, Func<JsonObject> body) =>
        new("PUT", path, summary, handler) { Answer = answer, Body = body, TakesYaml = true };

    private static ControlRoute Patch(string path, string summary, Func<HttpContext, ValueTask<Reply>> handler, JsonTypeInfo answer, Func<JsonObject> body) =>
        new("PATCH", path, summary, handler) { Answer = answer, Body = body };

    private static ControlRoute Delete(string path, string summary, Func<HttpContext, ValueTask<Reply>> handler, JsonTypeInfo answer) =>
        new("DELETE", path, summary, handler) { Answer = answer };

    private static ControlRoute Stream(string path, string summary, RequestDelegate stream, string media) =>
        new("GET", path, summary, null) { Stream = stream, Media = media };
}
