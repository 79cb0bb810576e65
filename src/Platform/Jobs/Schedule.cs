using Emporium.Platform.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Emporium.Platform.Jobs;

/// <summary>Puts every module's jobs on Quartz: in memory where one process serves the database, in a clustered store in PostgreSQL.</summary>
internal static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        services.AddScoped<IJobDesk, JobDesk>();
        var entries = services.Where(s => s.ServiceType == typeof(JobEntry)).Select(s => (JobEntry)s.ImplementationInstance!).ToList();
        services.AddQuartz(quartz =>
        {
            if (Database.DialectOf(database).IsShared)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(database.ConnectionString!);
                    store.UseClustering(_ => { });
                    store.ProvisionSchema();
                });
            }

            foreach (var entry in entries)
            {
                quartz.AddJob(typeof(Round), job => job.WithIdentity(entry.Name).UsingJobData(Round.NameKey, entry.Name).DisallowConcurrentExecution(true).StoreDurably(true));
                quartz.AddTrigger(trigger => trigger.WithIdentity(entry.Name).ForJob(entry.Name).StartNow()
                    .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(entry.Every).RepeatForever()));
            }
        });

        // A node that only answers may know the jobs and run none.
        return configuration.GetValue("Jobs:Enabled", true) ? services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true) : services;
    }
}
