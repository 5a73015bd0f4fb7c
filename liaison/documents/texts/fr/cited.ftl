sources = Sources
regle-et-source = { $label } : { $source }
jour-du-scenario = école et familles fictives, jour du scénario : { $day }
rapporte = rapporté
