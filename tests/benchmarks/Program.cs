using BenchmarkDotNet.Running;
using SpasmBot.Benchmarks;

if (args is ["serve"])
{
    await WaterfallServer.RunAsync();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(WaterfallBenchmark).Assembly).Run(args);
}
