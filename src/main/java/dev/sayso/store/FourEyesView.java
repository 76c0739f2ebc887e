package dev.sayso.store;

import java.util.List;

import dev.sayso.shared.Actor;

/**
 * Four eyes over a thing, as one of those who may publish sees them.
 *
 * @param lets whether they may publish its draft
 * @param agrees whether they may agree that four eyes are required no more
 * @param others who may publish it else, by their names
 */
public record FourEyesView(FourEyes eyes, boolean lets, boolean agrees, List<String> others) {

	/**
	 * @param publishers all who may publish such a thing
	 */
	public static FourEyesView of(FourEyes eyes, Actor reader, List<Actor> publishers) {
		return new FourEyesView(eyes, eyes.lets(reader), eyes.mayRelease(reader),
				publishers.stream()
					.filter((account) -> !String.valueOf(account.id()).equals(reader.id()) && eyes.lets(account))
					.map(Actor::name)
					.toList());
	}

}
