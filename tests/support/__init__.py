"""What several tests share: strategies, sample readers, golden files, comparisons."""
