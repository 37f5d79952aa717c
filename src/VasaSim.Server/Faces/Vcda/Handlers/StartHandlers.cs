using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Vcda.Access;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Requests;
using VasaSim.Server.Faces.Vcda.Translation;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>Starting replications.</summary>
internal static class StartHandlers
{
    public static Outcome StartMachine(VcdaCall call, World world) => Start(call, world, ofVapp: false);

    public static Outcome StartVapp(VcdaCall call, World world) => Start(call, world, ofVapp: true);

    private static Outcome Start(VcdaCall call, World world, bool ofVapp)
    {
        StartRequest request = (StartRequest)call.Body.Value!;
        if ((StartPlan.ProblemOf(request, ofVapp) ?? RequestedSettings.ProblemOf(request)) is { } problem)
        {
            return VcdaCall.Failed(ErrorCode.BadRequest, problem);
        }

        (ReplicationSource source, ReplicationDestination destination) = (request.Source!, request.Destination!);
        if ((Refuse(call, world, source.Site!) ?? Refuse(call, world, destination.Site!)) is { } failure)
        {
            return Outcome.Failed(failure);
        }

        if (StartPlan.Of(request, world, call.Site, call.Caller, out string? wrong) is not { } plan)
        {
            return VcdaCall.Failed(ErrorCode.BadRequest, wrong!);
        }

        return call.Caller.ChangesAll || call.Caller.IsOf(source.Site!, plan.SourceOrg) || call.Caller.IsOf(destination.Site!, plan.Command.Destination.Org)
            ? ReplicationTaskHandlers.Begin(call, world, CloudOperation.Start, plan.Command)
            : Outcome.Failed(Admission.Forbidden());
    }

    private static VcdaFailure? Refuse(VcdaCall call, World world, string site) =>
        Admission.Find(world, site) is null ? Admission.SiteNotFound(site)
        : Admission.RefuseWithoutLogin(call, world, site) ?? (Admission.IsReached(world, call.Site, site) ? null : Admission.DoesNotAnswer(site));
}
