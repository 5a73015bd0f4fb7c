entre = entre { $low } et { $high }
