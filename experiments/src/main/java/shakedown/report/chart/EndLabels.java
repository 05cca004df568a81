package shakedown.report.chart;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import shakedown.report.draw.Lettering;
import shakedown.report.draw.Mark;
import shakedown.report.draw.Mark.Anchor;
import shakedown.report.draw.Pen;
import shakedown.report.draw.Spot;

/**
 * Names at the ends of lines, moved apart so that none covers another.
 *
 * <p>Names that would touch form a group, which is centred on the mean of its wishes; groups that
 * touch merge. That is the least movement in the sense of squares.
 */
final class EndLabels {
  static final double GAP = 15.5;

  private static final double LEADER = 32;
  private static final double BETWEEN = 12;
  private static final double MOST = 190;

  private EndLabels() {}

  /** A name wished at a place, and a figure to stand behind it. */
  record Wish(String text, String figure, Look look, Spot end) {}

  /** Width that the names and figures need to the right of the plot. */
  static double width(List<Wish> wishes) {
    return LEADER + names(wishes) + BETWEEN + figures(wishes);
  }

  static void paint(Sheet sheet, List<Wish> wishes, double top, double bottom) {
    List<Wish> sorted = new ArrayList<>(wishes);
    sorted.sort(Comparator.comparingDouble(wish -> wish.end().y()));
    List<Double> places = apart(sorted.stream().map(wish -> wish.end().y()).toList(), top, bottom);
    for (int i = 0; i < sorted.size(); i++) {
      Wish wish = sorted.get(i);
      label(sheet, wish, places.get(i), wish.end().x() + width(wishes));
    }
  }

  private static void label(Sheet sheet, Wish wish, double y, double figureEnd) {
    Spot end = wish.end();
    Pen thin = Pen.solid(wish.look().ink().faded(60), 1);
    Spot marker = new Spot(end.x() + LEADER - 9, y);
    sheet.add(new Mark.Line(ImmutableList.of(new Spot(end.x() + 4, end.y()), marker), thin));
    sheet.add(wish.look().dot(marker, ""));
    Lettering lettering = Lettering.series(wish.look().ink());
    String text = Wrap.cut(wish.text(), lettering, MOST);
    sheet.text(text, end.x() + LEADER, y + 4.4, Anchor.START, lettering);
    sheet.text(wish.figure(), figureEnd, y + 4.4, Anchor.END, Lettering.TICK);
  }

  private static double names(List<Wish> wishes) {
    double most = 0;
    for (Wish wish : wishes) {
      most = Math.max(most, Lettering.series(wish.look().ink()).width(wish.text()));
    }
    return Math.min(most, MOST);
  }

  private static double figures(List<Wish> wishes) {
    double most = 0;
    for (Wish wish : wishes) {
      most = Math.max(most, Lettering.TICK.width(wish.figure()));
    }
    return most;
  }

  /** Places at least a gap apart, in the order of the wishes, which are sorted. */
  static List<Double> apart(List<Double> wishes, double top, double bottom) {
    List<Group> groups = new ArrayList<>();
    for (double wish : wishes) {
      Group group = new Group(wish, 1).within(top, bottom);
      while (!groups.isEmpty() && groups.getLast().touches(group)) {
        group = groups.removeLast().with(group).within(top, bottom);
      }
      groups.add(group);
    }
    List<Double> places = new ArrayList<>();
    for (Group group : groups) {
      for (int i = 0; i < group.size; i++) {
        places.add(group.first() + i * GAP);
      }
    }
    return places;
  }

  private record Group(double centre, int size) {
    double first() {
      return centre - (size - 1) * GAP / 2;
    }

    double last() {
      return centre + (size - 1) * GAP / 2;
    }

    boolean touches(Group below) {
      return last() + GAP > below.first();
    }

    Group with(Group below) {
      int all = size + below.size;
      return new Group((centre * size + below.centre * below.size) / all, all);
    }

    Group within(double top, double bottom) {
      double half = (size - 1) * GAP / 2;
      return new Group(Math.max(Math.min(centre, bottom - half), top + half), size);
    }
  }
}
