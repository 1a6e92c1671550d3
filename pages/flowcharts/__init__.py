"""Flow charts of enforcement acts: checked, laid out and drawn as SVG, and told in words. Pure: no database."""

from pages.flowcharts.graph import Chart, Edge, Node, NodeKind
from pages.flowcharts.layout import Layout, lay_out
from pages.flowcharts.problems import Problem, problems
from pages.flowcharts.steps import Step, steps
from pages.flowcharts.svg import to_svg

__all__ = ["Chart", "Edge", "Layout", "Node", "NodeKind", "Problem", "Step", "lay_out", "problems", "steps", "to_svg"]
