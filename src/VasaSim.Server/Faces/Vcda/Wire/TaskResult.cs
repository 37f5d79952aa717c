using System.Text.Json.Serialization;

namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>What tasks give back.</summary>
[JsonDerivedType(typeof(SingleVmReplicationInfo))]
[JsonDerivedType(typeof(VappReplicationInfo))]
internal abstract record TaskResult;
