from .backbone import Block, build_backbone

__all__ = ["Block", "build_backbone"]
