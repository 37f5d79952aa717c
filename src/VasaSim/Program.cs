using VasaSim;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
