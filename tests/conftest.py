"""Ce que tous les essais partagent : Hypothesis juge ce que fait le code, pas la charge de la machine ni le hasard."""

from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is; times are asserted where they are the subject. The same
# commit gets the same verdict everywhere: new draws are the affair of `nox -s explore`.
settings.register_profile(
    "carnets", derandomize=True, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", settings.get_profile("carnets"), derandomize=False)
settings.load_profile("carnets")
