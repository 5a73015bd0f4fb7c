"""Ce que tous les essais partagent : Hypothesis juge ce que fait le code, pas la charge de la machine."""

from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is; times are asserted where they are the subject.
settings.register_profile("carnets", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("carnets")
