"""Vùng Xanh: lessons in Markdown become a bilingual site, in floors (see the architecture page)."""
