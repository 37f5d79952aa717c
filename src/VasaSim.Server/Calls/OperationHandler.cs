using VasaSim.Core;
using VasaSim.Vmodl;

namespace VasaSim.Server.Calls;

/// <summary>Answers a call on the world. Runs alone on the world, so it must not block.</summary>
public delegate Outcome OperationHandler(VmodlCall call, Request request, World world);

/// <summary>
/// Answers a call that may wait. The checks before it have run on the world; it goes to the world again by itself
/// when it needs to.
/// </summary>
public delegate ValueTask<Outcome> WaitingOperationHandler(VmodlCall call, Request request);
