"""Floor 3: registries and lessons become XHTML. Links are written `repo:PATH`, mapped later."""
