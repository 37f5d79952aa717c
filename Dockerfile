# The simulator as an image: docs/command-line.md tells how to use it.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/VasaSim/VasaSim.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
RUN ln -s /app/vasasim /usr/local/bin/vasasim \
    && mkdir /data \
    && chown "$APP_UID" /data
ENV VASASIM_BIND=0.0.0.0 \
    VASASIM_DATA=/data
USER $APP_UID
VOLUME /data
EXPOSE 8990 8992 8993
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["vasasim", "wait", "--timeout", "0"]
ENTRYPOINT ["vasasim"]
CMD ["start"]
