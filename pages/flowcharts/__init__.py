"""Flow charts of enforcement acts: checked, laid out and drawn as SVG, and told in words. Pure: no database."""

from pages.flowcharts.draw import draw
from pages.flowcharts.graph import Chart, Edge, Node, NodeKind
from pages.flowcharts.layout import Layout, lay_out
from pages.flowcharts.problems import Problem, problems
from pages.flowcharts.steps import Step, steps

__all__ = ["Chart", "Edge", "Layout", "Node", "NodeKind", "Problem", "Step", "draw", "lay_out", "problems", "steps"]
