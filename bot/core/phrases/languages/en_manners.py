"""The English manners: filler, greetings, what Flow XO does not count, words never mended; data.

Phrases are parted by commas.
"""

from __future__ import annotations

# No noun, number, name or negation may stand here.
_FILLER = (
    "please, pls, plz, kindly, just, show, show me, show us, give, give me, give us, get, get me, "
    "tell me, tell us, let me see, let us see, let's see, can you, could you, would you, can i, "
    "could i, may i, can we, could we, can i have, can i get, can i see, i want, i want to see, "
    "i want to know, i need, i'd like, i'd like to see, i would like, i would like to see, "
    "we want, we need, what, what's, whats, what is, what are, what was, what were, which was, "
    "which is, which were, what about, how about, how, how's, hows, how did, how do, how does, "
    "how is, how are, how was, how were, how many, how often, how many times, how much, how busy, "
    "how well, how good, how bad, doing, do, did, does, was, were, is, are, be, been, have, has, "
    "had, there, i, we, us, me, our, my, you, it, that, this, those, the, a, an, and, &, your, "
    "their, a lot, very much, so much, also, then, so, get, got, gotten, look, looking, look like, "
    "go, going, gone, went, do we have, did we have, did we get, have we had, have we got, "
    "number of, count of, amount of, total number of, of, about, for the period, in the period, "
    "over the period, for the dates, hi, hello, hey, hey there, good morning, good afternoon, "
    "good evening, ok, okay, thanks, thank you, thanks a lot, many thanks, thank you very much, "
    "thx, ta, cheers, flow xo, flowxo, everything, came, come, came in, happened, happen, group, "
    "grouped, broken down, split, inclusive, for me"
)
FILLER: tuple[str, ...] = tuple(_FILLER.split(", "))

# Filler that leads to something; as a last word it was meant as something else (do: donnerstag).
NEVER_LAST: frozenset[str] = frozenset(["do", "so"])

THANKS = (
    "thanks, thank you, thx, ty, tysm, ta, cheers, thanks a lot, thank you very much, many thanks, "
    "thank you so much, thanks so much, great thanks, ok thanks, okay thanks, perfect thanks, "
    "ok thank you, great thank you, perfect thank you, cool thanks, ok, okay, k, kk, got it, "
    "gotcha, great, perfect, cool, nice, awesome, super, good, good bot, thanks bot, nice one, "
    "well done, lovely, lol, never mind, nevermind"
)
HI = (
    "hi, hello, hey, hiya, hi there, hello there, hey there, good morning, good afternoon, "
    "good evening, morning, yo, howdy, hi bot, hello bot, hey bot, greetings"
)

# What people ask for and Flow XO does not count.
_NOT_COUNTED = (
    "retention, churn, revenue, sales, income, turnover, money, orders, order, purchases, "
    "payments, profit, conversions, conversion, conversion rate, converted, sessions, session, "
    "session length, conversations, conversation, chats, chat, country, countries, city, cities, "
    "location, locations, region, regions, platform, platforms, channel, channels, whatsapp, "
    "facebook, messenger, facebook messenger, telegram, instagram, sms, slack, web, website, "
    "web chat, webchat, widget, viber, line, email, emails, unanswered, fallback, fallbacks, "
    "missed, unknown, failed, failures, errors, error, bounce, bounces, bounce rate, rate, rates, "
    "open rate, opens, click, clicks, ctr, click through rate, response time, response times, "
    "handoff, handover, handovers, live chat, agent, agents, operators, satisfaction, csat, nps, "
    "rating, ratings, feedback, sentiment, language, languages, device, devices, browser, "
    "browsers, gender, age, ages, demographics, pageviews, page views, views, view, visitors, "
    "visitor, visits, impressions, reach, leads, lead, subscribers, subscriber, goals, goal, "
    "funnel, funnels, cohort, cohorts, ltv, arpu, roi, cost, costs, who, whom, names, name of, "
    "contacts, contact, tags, tag, attributes, attribute, unique, unique users, unique visitors, "
    "returning, returning users, repeat users, chatbot, chatbots, one chatbot, bot, bots, "
    "broadcast, broadcasts, campaign, campaigns, dropoff, drop off, drop-off, drop offs, "
    "engagement, engagement rate, intent, intents, tickets, ticket, bookings, downloads, "
    "top users, top user, which users, which user, which people, people, customers, customer, "
    "likes, comments, followers, dau, wau, daily active users, weekly active users, time of day, "
    "duration, average, avg, mean, median, forecast, predict, prediction, steps, step, tasks, "
    "source, sources, traffic, referrers, utm"
)
NOT_COUNTED: tuple[str, ...] = tuple(_NOT_COUNTED.split(", "))
# Of these, what asks for names: Flow XO counts users, and names nobody.
NAMES: frozenset[str] = frozenset(
    ["who", "whom", "names", "name of", "top users", "top user", "which users", "which user",
     "which people", "contacts", "contact"]
)  # fmt: skip

# Words that mean something on their own and are never taken for a slip of the fingers.
_NOT_TYPOS = (
    "wrote, written, plus, mondays, tuesdays, wednesdays, thursdays, fridays, saturdays, sundays, "
    "another, bad, bag, bar, bear, bed, bent, best, bit, blast, blow, bun, but, car, cart, "
    "cast, cat, cent, cost, cut, dad, dear, drop, ear, east, except, exclude, excluding, fan, "
    "fast, fear, few, find, fine, fit, flaw, form, forms, fun, gear, geek, glow, grow, gun, "
    "hat, hay, hear, held, hell, her, herd, hero, hire, hit, hop, host, hub, if, kit, knew, "
    "last, late, later, latest, lay, least, less, like, line, list, lists, lit, live, log, "
    "logs, lost, lot, lots, love, low, mail, main, man, many, marsh, mast, match, meek, men, "
    "mere, mind, mine, minus, moon, mop, more, most, must, near, net, never, none, nor, not, "
    "noun, off, one, ones, only, or, other, others, out, own, pan, past, pay, pear, peek, "
    "play, pop, pun, put, ran, ray, rear, reek, rent, rest, rub, sad, same, sand, say, seek, "
    "send, sender, sends, sense, set, sets, shop, shot, sin, sit, slow, some, son, soon, "
    "spent, starts, states, stay, sub, sue, sum, tap, tear, tent, test, tests, text, texts, "
    "than, them, they, thin, tip, tub, tune, used, uses, van, vast, way, wear, weed, weekday, "
    "weekdays, weekends, when, where, which, why, wit, without, worst, yeah, acme, pst"
)
NOT_TYPOS: frozenset[str] = frozenset(_NOT_TYPOS.split(", "))

# Words of other languages that an English text may hold too: they tell no language.
_ALSO_ENGLISH = (
    "actual, alter, ante, attrition, balance, canal, cest, cet, chute, civil, com, "
    "commence, commencement, comment, compares, completes, comprise, con, control, creation, "
    "dashboard, data, den, des, die, diffusion, dim, discussion, discussions, do, edt, elf, "
    "ends, ensemble, entrants, est, et, evolution, executions, face, fallen, fin, final, fines, "
    "fins, flux, format, fort, forte, fr, general, genre, ins, inscriptions, instant, journal, "
    "land, las, long, mail, mails, mars, media, meme, memes, mi, moment, monte, natural, negro, "
    "nos, null, once, panel, panorama, par, para, passes, pays, performances, pic, plate, plus, "
    "pour, premier, premiere, premieres, pro, programmer, progression, pst, rapport, re, "
    "record, recurrent, resume, sa, saint, salon, sam, san, sans, santa, santo, scenarios, "
    "seize, serie, sex, sin, size, so, starts, thread, threads, tout, trace, trim, uber, um, "
    "usa, visible, vista"
)
ALSO_ENGLISH: frozenset[str] = frozenset(_ALSO_ENGLISH.split(", "))
