using BenchmarkDotNet.Running;
using SpasmBot.Benchmarks;

if (args is ["serve"])
{
    await WaterfallServer.RunAsync();
}
else if (args is ["widget", var published])
{
    await WidgetBudget.RunAsync(published);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(WaterfallBenchmark).Assembly).Run(args);
}
