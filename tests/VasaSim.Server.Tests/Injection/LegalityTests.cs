using System.Text.Json.Nodes;
using VasaSim.Faults.Actions;
using VasaSim.Server.Injection;
using VasaSim.Server.Tests.Twin;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Injection;

/// <summary>What an operation raises by itself, a rule may have it raise.</summary>
public sealed class LegalityTests
{
    // The cause of another fault.
    private static readonly HashSet<(string Operation, string Fault)> _elsewhere = [("QueryPointInTimeReplica", "InvalidFunctionTarget")];

    [Fact]
    public void Faults_of_calls_and_tasks_are_legal()
    {
        foreach (TwinCase play in TwinCases.All)
        {
            AssertLegal(play, play.Fault, FaultShape.SoapFault);
            AssertLegal(play, play.TaskError, FaultShape.TaskError);
        }
    }

    [Fact]
    public void Faults_of_groups_are_legal()
    {
        TwinCase[] ofGroups = [.. TwinCases.All.Where(c => OperationKinds.HasGroupResults(c.Request.Operation))];
        Assert.Contains(ofGroups, c => c.Within.Count > 0);
        foreach (TwinCase play in ofGroups)
        {
            foreach (string fault in play.Within.Where(f => !_elsewhere.Contains((play.Request.Operation.Name, f))))
            {
                AssertLegal(play, fault, FaultShape.GroupError, FaultShape.Warning);
            }
        }
    }

    /// <summary>The one that providers raise when they are asked for more groups than they take, which has no twin case.</summary>
    [Fact]
    public void A_query_of_too_many_groups_says_so_of_those_that_are_too_many()
    {
        OperationInfo query = Contracts.Sms.FindOperation("QueryReplicationGroup")!;
        DataTypeInfo tooMany = Contracts.FindDataType("TooMany")!;

        Assert.Equal([FaultShape.GroupError], FaultLegality.ShapesOf(query, tooMany));
        Assert.Equal(FaultShape.GroupError, FaultLegality.AutoOf(query, tooMany, refusalsByTask: false));
    }

    /// <summary>Every operation in every shape that it has, each with one fault.</summary>
    [Fact]
    public async Task What_is_legal_arrives()
    {
        await using FaultStage stage = await FaultStage.OpenAsync();
        List<string> unplayed = [];
        foreach (OperationInfo operation in Contracts.Sms.Operations)
        {
            if (TwinCases.All.FirstOrDefault(c => c.Request.Operation == operation && c is { Before: null, Knobs: null, Lab: null, Fault: null, TaskError: null }) is not { } twin)
            {
                unplayed.Add(operation.Name);
                continue;
            }

            FaultCall call = new(twin.Target, twin.Request);
            foreach (FaultShape shape in Enum.GetValues<FaultShape>())
            {
                if (Contracts.Sms.DataTypes.FirstOrDefault(t => t.IsFault && FaultLegality.ShapesOf(operation, t).Contains(shape)) is { } fault)
                {
                    FaultCase play = new(fault, shape, call, null);
                    JsonObject answer = await stage.JsonAsync(play);
                    string expected = shape == FaultShape.Summary ? "QueryPointInTimeReplicaSummaryResult" : fault.Name;
                    Assert.Equal($"{play.Name}: {expected}", $"{play.Name}: {FaultStage.FaultIn(play, answer)["_typeName"]}");
                }
            }
        }

        // Those ask for a task that somebody has to start before.
        Assert.Equal(["QuerySmsTaskResult", "QuerySmsTaskInfo"], unplayed);
    }

    private static void AssertLegal(TwinCase play, string? fault, params FaultShape[] shapes)
    {
        if (fault is not null)
        {
            IReadOnlyList<FaultShape> legal = FaultLegality.ShapesOf(play.Request.Operation, Contracts.FindDataType(fault)!);
            Assert.True(legal.Intersect(shapes).Any(), $"{play}: {fault} is legal as {string.Join(", ", legal)}, not as {string.Join(", ", shapes)}.");
        }
    }
}
