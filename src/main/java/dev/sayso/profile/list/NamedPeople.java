package dev.sayso.profile.list;

import java.util.List;

/**
 * Groups of people that have a name, to choose from wherever many are meant; a room that
 * has such groups declares one as a bean.
 */
public interface NamedPeople {

	List<Group> list();

	/**
	 * @param key what a form sends for it
	 * @param query who is in it
	 */
	record Group(String key, String name, ProfileQuery query) {

	}

}
