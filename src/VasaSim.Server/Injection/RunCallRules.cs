using Microsoft.AspNetCore.Http;
using VasaSim.Core;
using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms;
using VasaSim.Server.Journal;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;

namespace VasaSim.Server.Injection;

/// <summary>
/// Asks the fault rules about calls that runs of recovery plans make, as about a client's. What they want of time, of the
/// session, or of how the reply is sent has nothing to act on.
/// </summary>
internal sealed class RunCallRules(Workspace workspace) : ICallRules
{
    private static readonly SmsService _service = new();

    /// <inheritdoc/>
    public CallRuling? RuleOn(World world, MadeCall call) =>
        workspace.Rules.IsEmpty ? null : new RunCallRuling(world, CallOf(call));

    private VmodlCall CallOf(MadeCall call) => new()
    {
        Workspace = workspace,
        Service = _service,
        Protocol = RunCalls.Protocol,
        OperationName = call.Method,
        Operation = Contracts.Sms.FindOperation(call.Method),
        Target = SmsObjects.Provider(call.Provider),
        NamedGroups = call.Groups,
        Version = ApiVersion.Newest,
        Headers = new HeaderDictionary(),
        UserName = call.User,
        UserAgent = RunCalls.Client,
    };
}
