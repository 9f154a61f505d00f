using SpasmBot.Host;
using SpasmBot.Host.Commands;

return CommandLine.IsCommand(args)
    ? CommandLine.Run(args, Console.Out, Console.Error)
    : await Server.RunAsync(args, Console.Error);
